/** What an article said before its outlet changed it. */
export interface EarlierVersion {
  readonly title: string;
  /** Empty where there was none. */
  readonly excerpt: string;
  /** When it was first seen changed, ms since 1970. */
  readonly replaced: number;
}

/** Most earlier versions that a record has: a live blog would have hundreds. */
export const MAX_EARLIER_VERSIONS = 5;
