import { useCallback, useEffect, useState } from "preact/hooks";
import type { PublishedSets } from "../../../core/protocol/published-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { CheckTrouble } from "../../../core/published/check-state.ts";
import { readManifestAddress } from "../../../core/published/published-address.ts";
import { publisherPattern } from "../../../core/published/subscription.ts";
import type { RequestAccess, Send, Subscribe } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import { useRequests } from "../cards/use-requests.ts";
import type { PublishedActions, PublishedPanel } from "./published-actions.ts";

export interface PublishedDeps {
  readonly send: Send;
  readonly subscribeToPublished: Subscribe<PublishedSets>;
  readonly requestAccess: RequestAccess;
  /** Address of a manifest that the page was opened with; `null` when it was opened without. */
  readonly manifestToAdd: string | null;
}

type PublishedRequest = Exclude<
  Extract<ViewRequest, { type: `published.${string}` }>,
  { type: "published.preview" }
>;

/** The published data sets, kept up to date, the form that is open, and what the user can do. */
export function usePublished(deps: PublishedDeps, showToast: ShowToast) {
  const { text } = useLocale();
  const { send, subscribeToPublished, requestAccess, manifestToAdd } = deps;
  /** `null` until the first answer. */
  const [published, setPublished] = useState<PublishedSets | null>(null);
  const [panel, setPanel] = useState<PublishedPanel | null>(
    manifestToAdd === null ? null : addressPanel(manifestToAdd),
  );
  const take = useCallback((answer: Result<PublishedSets>) => {
    if (answer.ok) setPublished(answer.value);
  }, []);
  useEffect(() => subscribeToPublished(take), [subscribeToPublished, take]);

  const find = (id: string) => published?.sets.find((one) => one.id === id);
  const nameOf = (id: string) => isolated(find(id)?.name ?? "");
  const { run, runIfGranted } = useRequests(
    (request: PublishedRequest) => send(request),
    take,
    showToast,
  );
  const restore = (id: string) =>
    void run({ type: "published.restore", id }, text("outletRestored", nameOf(id)));
  const requestPreview = async (typed: string, granting: Promise<boolean>): Promise<void> => {
    const waiting = addressPanel(typed, { isLooking: true });
    setPanel(waiting);
    const isGranted = await granting;
    const answer = isGranted ? await send({ type: "published.preview", typed }) : null;
    const next = (): PublishedPanel => {
      if (answer === null) return addressPanel(typed, { trouble: "refused-access" });
      if (!answer.ok)
        return addressPanel(typed, {
          trouble: { kind: "failed", failure: "internal", status: null },
        });
      if (answer.value.kind === "preview")
        return { kind: "preview", preview: answer.value.preview };
      return addressPanel(typed, { trouble: answer.value.trouble });
    };
    // Unless the form was closed meanwhile.
    setPanel((shown) => (shown === waiting ? next() : shown));
  };
  const actions: PublishedActions = {
    open: () => setPanel(addressPanel("")),
    close: () => setPanel(null),
    requestPreview(typed) {
      const read = readManifestAddress(typed);
      if ("refusal" in read)
        return setPanel(addressPanel(typed, { trouble: { kind: "refused", ...read } }));
      void requestPreview(typed, requestAccess("sites", [publisherPattern(read.address)]));
    },
    subscribe({ address, manifest }, choice) {
      const { key, version, signature, name } = manifest;
      const pinned = { key, version, signature };
      const request = { type: "published.add", address, name, pinned, choice } as const;
      void run({ ...request, access: "sites" }, text("publishedAdded", isolated(name))).then(
        (isDone) => isDone && setPanel(null),
      );
    },
    change: (id, change) => void run({ type: "published.change", id, change }, text("saved")),
    allowHost(id) {
      const granting = requestAccess("sites", [publisherPattern(find(id)?.address ?? "")]);
      void runIfGranted(granting, { type: "published.check", id });
    },
    async requestOffer(id) {
      const set = find(id);
      const internal: CheckTrouble = { kind: "failed", failure: "internal", status: null };
      if (set === undefined) return { trouble: internal };
      const answer = await send({ type: "published.preview", typed: set.address });
      if (!answer.ok) return { trouble: internal };
      if (answer.value.kind === "trouble") return answer.value;
      const { manifest, fingerprint } = answer.value.preview;
      if (manifest.key === set.pinned.key) return { manifest };
      const keys = { pinned: set.fingerprint, found: fingerprint };
      return { trouble: { kind: "refused", refusal: { code: "other-key", ...keys } } };
    },
    changeAccess(id, access) {
      const granting = requestAccess(access, find(id)?.inUse?.patterns ?? []);
      const request = { type: "published.change", id, change: { access } } as const;
      void runIfGranted(granting, request, text("saved"));
    },
    check: (id) => void run({ type: "published.check", id }),
    cancel: (id) => void run({ type: "published.cancel", id }),
    remove: (id) =>
      void run({ type: "published.remove", id }, text("outletRemoved", nameOf(id)), () =>
        restore(id),
      ),
    restore,
  };
  return { published, panel, actions };
}

function addressPanel(
  typed: string,
  state: Partial<Extract<PublishedPanel, { kind: "address" }>> = {},
): PublishedPanel {
  return { kind: "address", typed, isLooking: false, trouble: null, ...state };
}
