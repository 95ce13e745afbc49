import * as z from "zod/mini";

/**
 * Why a published data set, or one of its files, is refused. What was in use before stays in use. Texts in it come
 * from outside and are for display only.
 */
export const refusal = z.discriminatedUnion("code", [
  /** The address of the manifest is not one, is not https, or belongs to a private network. */
  z.object({ code: z.literal("no-address") }),
  z.object({ code: z.literal("not-https") }),
  z.object({ code: z.literal("private-address") }),
  /** The answer came from another host than the one that was asked. */
  z.object({ code: z.literal("redirected"), host: z.string() }),

  /** The manifest has more bytes than `MAX_MANIFEST_BYTES`. */
  z.object({ code: z.literal("manifest-too-large") }),
  /** A web page came instead of a manifest: a login, an error page, a sold domain. */
  z.object({ code: z.literal("web-page") }),
  z.object({ code: z.literal("not-json") }),
  /** JSON, but not a manifest. `field` is the path of the first field that does not fit; empty for the whole. */
  z.object({ code: z.literal("not-a-manifest"), field: z.string() }),
  /** Made for a later version of the extension. */
  z.object({ code: z.literal("format-too-new"), format: z.number() }),
  z.object({ code: z.literal("too-many-files"), files: z.number() }),
  /** A file whose name is not its hash with `.dataset` behind it, such as one with a path. */
  z.object({ code: z.literal("bad-file-name"), name: z.string() }),
  /** The manifest was changed after it was signed. */
  z.object({ code: z.literal("bad-signature") }),

  /** Signed with another key than the pinned one. Both are fingerprints. */
  z.object({ code: z.literal("other-key"), pinned: z.string(), found: z.string() }),
  /** Older than what is in use. */
  z.object({ code: z.literal("lower-version"), inUse: z.number(), found: z.number() }),
  /** Another manifest with the version of the one in use. */
  z.object({ code: z.literal("version-reused"), version: z.number() }),
  /** `expires` as the manifest has it. */
  z.object({ code: z.literal("expired"), expires: z.string() }),
  /** No file of the new version is among those that the user chose, and some are in use. */
  z.object({ code: z.literal("nothing-chosen") }),

  /** A file has more or fewer bytes than the manifest declares, or others. */
  z.object({ code: z.literal("file-too-large"), name: z.string(), declared: z.number() }),
  z.object({
    code: z.literal("file-too-small"),
    name: z.string(),
    declared: z.number(),
    found: z.number(),
  }),
  z.object({ code: z.literal("other-hash"), name: z.string() }),
  /** The file is as declared, and not one that this version of the extension can open. */
  z.object({ code: z.literal("not-a-data-set"), name: z.string() }),
]);

export type Refusal = z.infer<typeof refusal>;
