import type { LiveStatus } from "../../core/protocol/live-status.ts";

const NONE: LiveStatus = {
  outlets: [],
  articles: 0,
  articlesToday: 0,
  bytes: 0,
  lastSuccessAt: null,
  round: null,
  waitsFor: null,
};

export function createLiveHandlers() {
  const status = async (): Promise<LiveStatus> => NONE;
  return {
    "outlets.status": status,
    "outlets.add": status,
    "outlets.change": status,
    "outlets.remove": status,
    "outlets.restore": status,
    "outlets.poll": status,
    "outlets.stopPolling": status,
  };
}
