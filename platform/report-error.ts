/** A function that writes an error of `part` to the console, which is where the extension reports what it survives. */
export function reportError(part: string): (error: unknown) => void {
  return (error) => console.error("Second Source:", part, error);
}
