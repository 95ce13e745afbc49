/** Hosts the browsers themselves ask, extension or not. */
export function isBrowsersOwn(host: string): boolean {
  return /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)(?::\d+)?$/.test(
    host,
  );
}
