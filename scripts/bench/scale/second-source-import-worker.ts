import { createSegment } from "./create-segment.ts";
import { serveContestant } from "./serve-contestant.ts";

serveContestant({ create: createSegment });
