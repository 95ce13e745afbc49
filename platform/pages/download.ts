import { MINUTE } from "../../core/durations.ts";

/** Hands a file to the user as a download. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked at once, the address would be gone before Firefox has read it.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE);
}
