import { createContext } from "preact";

/** Names of the outlets that the user hides: lists leave their articles out. */
export const HiddenOutlets = createContext<ReadonlySet<string>>(new Set());
