import { lookup } from "node:dns/promises";

/** Whether this machine's network knows the host; asks the name service only, for three seconds at most. */
export async function canReach(host: string): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), 3000).unref());
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([found, timeout]);
}
