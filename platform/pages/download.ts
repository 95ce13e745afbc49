/** Hands a file to the reader as a download. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by then; revoked at once, Firefox's download would fail.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
