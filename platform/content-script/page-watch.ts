/**
 * Calls `onAddress` for each address of the document: once it is shown (not while it is prerendered) and
 * after each navigation within it; and `onReturn` when it comes back from the back/forward cache.
 */
export function watchPages(onAddress: () => void, onReturn: () => void, signal: AbortSignal): void {
  let shown = "";
  const check = () => {
    const address = withoutFragment(location.href);
    if (address === shown) return;
    shown = address;
    onAddress();
  };
  const start = () => {
    check();
    // Both events are fired after the address has changed; a framework may use either of the two.
    navigation.addEventListener("navigatesuccess", check, { signal });
    navigation.addEventListener("currententrychange", check, { signal });
    addEventListener(
      "pageshow",
      (event) => {
        if (event.persisted) onReturn();
      },
      { signal },
    );
  };
  if (isPrerendering())
    document.addEventListener("prerenderingchange", start, { once: true, signal });
  else start();
}

/** Firefox does not prerender. */
function isPrerendering(): boolean {
  return (document as { prerendering?: boolean }).prerendering === true;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*/s, "");
}
