import { expect } from "vitest";
import type { ServiceDeps } from "../../../platform/background/service-deps.ts";
import type { Services } from "../../../platform/background/services.ts";
import type { BlockStore } from "../../../platform/store/block-store.ts";
import {
  databaseWith,
  generationsInDatabase,
  Machine,
  NOW,
  segmentsInDatabase,
} from "../workers.ts";
import { headlines } from "./story-workers.ts";

/** A machine that notes which story indexes its workers build. */
export class StoryMachine extends Machine {
  /** The story indexes that were switched to, in that order, as the store names them. */
  readonly built: string[] = [];

  /** A database whose switches are noted, and of which `changes` does other calls in its own way. */
  database(
    changes: (store: BlockStore) => Partial<Omit<BlockStore, "change">> = () => ({}),
  ): Pick<ServiceDeps, "openStore"> {
    return databaseWith((store) => ({
      ...changes(store),
      change: async (change) => {
        for (const { state, part, owner } of change.put ?? [])
          if (state === "ready" && part === "stories") this.built.push(`${owner}/stories`);
        await store.change(change);
      },
    }));
  }

  override start(changes: Partial<ServiceDeps> = {}): Services {
    return super.start({ ...this.database(), ...changes });
  }

  /** A worker that was started and has built what it could. */
  async started(changes: Partial<ServiceDeps> = {}): Promise<Services> {
    const services = this.start(changes);
    services.stories.start();
    await services.stories.idle();
    return services;
  }

  /** A worker that is held once, at the first pause that is the one meant, until it is told to go on. */
  held(
    isMeant: (services: Services) => boolean,
    changes: Partial<ServiceDeps> = {},
  ): {
    readonly services: Services;
    readonly reached: Promise<void>;
    readonly release: () => void;
  } {
    const reached = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let isHeld = false;
    const services = this.start({
      ...changes,
      async pause() {
        if (isHeld || !isMeant(services)) return;
        isHeld = true;
        reached.resolve();
        await release.promise;
      },
    });
    return { services, reached: reached.promise, release: release.resolve };
  }

  /** Imports the headlines twice, by workers that are gone: as "one" from "s1", then as "two" from "s2". */
  async importOneAndTwo(): Promise<void> {
    await this.import("s1", headlines("one"), { id: "one", name: "One" });
    this.now = NOW + 1000;
    await this.import("s2", headlines("two"), { id: "two", name: "Two" });
  }
}

/** Whether the stories of a data set are being built. */
export const isBuilding = ({ stories }: Services, dataSet: string, source: string): boolean =>
  stories.stateOf(dataSet, source).kind === "building";

/** The generation of a segment in use, as the store names it. */
export const generationOf = async (dataSet: string): Promise<string | undefined> =>
  (await segmentsInDatabase()).find(([name]) => name === dataSet)?.[1];

/** That every block belongs to a generation in use. */
export async function expectNothingLeft(): Promise<void> {
  const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
  expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
}
