/** The narrowest and the widest sidebar, in CSS pixels. In a file of its own, so that views need not load the schema. */
export const MIN_SIDEBAR_WIDTH = 280;
export const MAX_SIDEBAR_WIDTH = 640;
