import { describe, expect, test } from "vitest";
import { mediaOf } from "../../../../core/feeds/read/item-media.ts";

const PICTURE = { url: "https://a.example/1.jpg", type: "image/jpeg" };
const VIDEO = { url: "https://a.example/1.mp4", type: "video/mp4" };

test("an item without media has no picture and is no video", () => {
  expect(mediaOf(undefined, [])).toEqual({ images: [], isVideo: false });
  expect(mediaOf({}, [])).toEqual({ images: [], isVideo: false });
});

test("its pictures are enclosures, then contents, then thumbnails, also those in groups and of files", () => {
  const media = {
    contents: [{ url: "content", medium: "image", thumbnails: [{ url: "of content" }] }],
    thumbnails: [{ url: "thumbnail" }, {}],
    groups: [
      { contents: [{ url: "in group", medium: "image" }], thumbnails: [{ url: "of group" }] },
      {},
    ],
  };
  expect(mediaOf(media, [{ url: "enclosure", type: "image/png" }]).images).toEqual([
    "enclosure",
    "content",
    "in group",
    "thumbnail",
    "of group",
    "of content",
  ]);
});

type File = Parameters<typeof mediaOf>[1][number];

describe("a file is a picture", () => {
  test.each<[string, File]>([
    ["by its type", { url: "a", type: "image/jpeg" }],
    ["by its medium", { url: "a", medium: "image" }],
    ...["jpg", "jpeg", "png", "webp", "gif", "avif", "JPG", "jpg?w=1", "jpg#a"].map(
      (ending): [string, File] => [`by its name: ${ending}`, { url: `a.${ending}` }],
    ),
  ])("%s", (_, file) => {
    expect(mediaOf(undefined, [file])).toEqual({ images: [file.url], isVideo: false });
  });

  test.each<[string, File]>([
    ["of another type", { url: "a.jpg", type: "audio/mpeg" }],
    ["of another medium", { url: "a.jpg", medium: "document" }],
    ["of a type that only has the word in it", { url: "a", type: "x/image/jpeg" }],
    ["of another name", { url: "a.pdf" }],
    ["with such an ending within its name", { url: "a.jpg.zip" }],
    ["with such an ending and no dot", { url: "jpg" }],
    ["without a name", {}],
  ])("but not one %s", (_, file) => {
    expect(mediaOf(undefined, [file]).images).toEqual([]);
  });
});

describe("an item is a video", () => {
  test.each<[string, File[], boolean]>([
    ["by a file's type", [VIDEO], true],
    ["by a file's medium", [{ url: "a", medium: "video" }], true],
    ["by one of its files", [{ url: "a", type: "audio/mpeg" }, VIDEO], true],
    ["not beside a picture", [VIDEO, PICTURE], false],
    ["not by a file's name", [{ url: "a.mp4" }], false],
    ["not by a recording", [{ url: "a", type: "audio/mpeg" }], false],
  ])("%s", (_, files, isVideo) => {
    expect(mediaOf({ contents: files }, []).isVideo).toBe(isVideo);
  });

  test("with a thumbnail, which is a picture of it", () => {
    expect(mediaOf({ contents: [VIDEO], thumbnails: [{ url: "t" }] }, [])).toEqual({
      images: ["t"],
      isVideo: true,
    });
  });
});
