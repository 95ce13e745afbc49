import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { createPublishedHandlers } from "../../../platform/background/published-handlers.ts";
import type { Services } from "../../../platform/background/services.ts";
import { MANIFEST_ADDRESS } from "../publisher.ts";
import { Machine } from "../workers.ts";
import { NOW } from "./updating.ts";

/** Articles of the publisher's two days. */
export const MONDAY = "https://harbour.example/monday";
export const SUNDAY = "https://harbour.example/sunday";
export const SENDER = { tab: undefined, url: "" };

/** A user's machine with a publisher to subscribe to. */
export class Subscriber {
  readonly machine = new Machine();
  services: Services;

  constructor() {
    this.machine.now = NOW;
    this.services = this.machine.start();
  }

  /** Goes on with the next worker. */
  restart(): void {
    this.services = this.machine.start();
  }

  handlers() {
    return createPublishedHandlers(this.services);
  }

  /** Subscribes to what the publisher has, and waits until it is there. */
  async subscribe(): Promise<string> {
    const answer = await this.handlers()["published.preview"](
      { type: "published.preview", typed: MANIFEST_ADDRESS },
      SENDER,
    );
    if (answer.kind !== "preview") throw new Error(JSON.stringify(answer));
    const { address, manifest } = answer.preview;
    const { key, version, signature, name } = manifest;
    const { sets } = await this.handlers()["published.add"](
      {
        type: "published.add",
        address,
        name,
        pinned: { key, version, signature },
        choice: { languages: null, days: null },
        access: "sites",
      },
      SENDER,
    );
    await this.services.mirrors.idle();
    return sets.at(-1)?.id ?? "";
  }

  /** The one published data set that there is. */
  async only(): Promise<PublishedStatus> {
    const { sets } = await this.handlers().status();
    const [set] = sets;
    if (set === undefined || sets.length !== 1) throw new Error(`${sets.length} sets`);
    return set;
  }

  /** From now on the server answers for a file, but sends nothing of it. Settles once it is requested. */
  neverSent(file: string): Promise<void> {
    const requested = Promise.withResolvers<void>();
    this.machine.publisher.instead.set(file, () => {
      requested.resolve();
      return new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    });
    return requested.promise;
  }
}
