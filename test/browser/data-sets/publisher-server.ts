import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import type { Page, Site } from "../../harness/local-web.ts";
import { Publisher } from "../../platform/publisher.ts";

/** How the server answers for a file instead of giving it. */
type Instead = Page | "silence";

const BYTES = { "content-type": "application/octet-stream" };

/** A publisher's server on the stand-in web, at the host of `MANIFEST_ADDRESS`; other hosts have articles. */
export class PublisherServer {
  readonly publisher = new Publisher();
  /** Of all requests: the last part of the address, with the range that was asked for. */
  readonly asked: string[] = [];
  readonly #instead = new Map<string, Instead[]>();
  /** Files of the version that is published which were given since then. */
  readonly #given = new Set<string>();
  #leftToGive = Number.POSITIVE_INFINITY;
  #reached = Promise.withResolvers<void>();

  /** Publishes a version, of which nothing was given yet. */
  publish(...version: Parameters<Publisher["publish"]>): PublishedManifest {
    this.#given.clear();
    return this.publisher.publish(...version);
  }

  /** Answers the next requests for a file, or for `manifest.json`, in these ways, and then as before. */
  answerOnce(name: string, ...answers: readonly Instead[]): void {
    this.#instead.set(name, [...answers]);
  }

  /** Names of the files that were not given yet. */
  get notGiven(): string[] {
    return [...this.publisher.files.keys()].filter(
      (name) => name !== "manifest.json" && !this.#given.has(name),
    );
  }

  /**
   * From now on gives only so many of the files that were not given yet; requests for the others get no answer.
   *
   * @returns a promise that settles when the last of them is asked for; where there is none, when one of the others is;
   *   where all were given, when the manifest is
   */
  giveOnly(count: number): Promise<void> {
    this.#leftToGive = count;
    this.#reached = Promise.withResolvers();
    return this.#reached.promise;
  }

  readonly site: Site = (url, { headers }) => {
    if (url.hostname !== "data.example")
      return { body: "<!doctype html><title>An article</title>" };
    const name = url.pathname.split("/").at(-1) ?? "";
    this.asked.push(headers.range === undefined ? name : `${name} ${headers.range}`);
    const instead = this.#instead.get(name)?.shift();
    if (instead !== undefined) return instead;
    if (!this.#isGiven(name)) return "silence";
    const answer = this.publisher.answer(name, (header) => headers[header]?.toString() ?? null);
    return { ...answer, body: answer.body ?? "", headers: { ...BYTES, ...answer.headers } };
  };

  #isGiven(name: string): boolean {
    const { notGiven } = this;
    if (notGiven.length === 0 && name === "manifest.json") this.#reached.resolve();
    if (!notGiven.includes(name)) return true;
    if (this.#leftToGive > 0) {
      this.#leftToGive--;
      this.#given.add(name);
    }
    const isGiven = this.#given.has(name);
    if (this.#leftToGive === 0) this.#reached.resolve();
    return isGiven;
  }
}
