/** Whether there is a connection, and whether it is to be used sparingly. */
export type Connection = "ok" | "offline" | "saving-data";

/** As the browser reports it; only Chromium reports that data is to be saved. */
export function connection(): Connection {
  if (!navigator.onLine) return "offline";
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true ? "saving-data" : "ok";
}
