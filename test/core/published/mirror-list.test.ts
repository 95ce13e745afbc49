import { expect, test } from "vitest";
import { isCurrent, listOfFiles, mirrorList } from "../../../core/published/mirror-list.ts";
import { EVERYTHING } from "../../../core/published/mirror-plan.ts";
import { aFile, aManifest } from "../../fixtures/published.ts";

test("the list of a manifest's files has what its publisher says, and not all of its files", () => {
  const manifest = aManifest();
  const list = listOfFiles(manifest, EVERYTHING, [aFile("a")]);
  const { id: _, format: __, files: ___, ...told } = manifest;
  expect(list).toEqual({
    manifest: told,
    choice: { languages: null, days: null },
    files: [aFile("a")],
    formats: { segment: 9, stories: 4 },
  });
  expect(mirrorList.parse(list)).toEqual(list);
});

test("files of earlier formats are not current", () => {
  const list = listOfFiles(aManifest(), EVERYTHING, []);
  expect(isCurrent(list)).toBe(true);
  expect(isCurrent({ ...list, formats: { segment: 6, stories: 4 } })).toBe(false);
  expect(isCurrent({ ...list, formats: { segment: 9, stories: 1 } })).toBe(false);
});
