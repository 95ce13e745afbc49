/** Narrowest and widest sidebar, CSS pixels. Apart from the schema, which views do not load. */
export const MIN_SIDEBAR_WIDTH = 280;
export const MAX_SIDEBAR_WIDTH = 640;
