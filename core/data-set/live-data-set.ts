/** All articles taken from live outlets' feeds form one data set, with this id. */
export const LIVE_DATA_SET_ID = "live";
