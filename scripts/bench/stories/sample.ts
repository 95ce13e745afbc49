import { seededRandom } from "../scale/seeded-random.ts";

const SEED = 20140310;

/** At most `limit` positions out of `count`, the same in every run, in ascending order. */
export function samplePlaces(count: number, limit: number): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  if (count <= limit) return places;
  return seededRandom(SEED)
    .shuffled(places)
    .slice(0, limit)
    .sort((a, b) => a - b);
}
