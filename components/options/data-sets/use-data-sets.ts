import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Status } from "../../../core/protocol/responses.ts";
import type { RequestAccess, Send } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import type { DataSetActions, JobActions } from "./data-set-actions.ts";

export interface DataSetDeps {
  readonly send: Send;
  readonly requestAccess: RequestAccess;
}

interface Page {
  readonly dataSets: readonly DataSetStatus[];
  readonly show: (status: Status) => void;
  readonly showToast: ShowToast;
}

/** A request whose answer is the status. */
type StatusRequest = Extract<ViewRequest, { type: `${"dataSet" | "import" | "index"}.${string}` }>;

/** What the user can do with data sets and with the job under way, apart from importing and exporting. */
export function useDataSets(
  { send, requestAccess }: DataSetDeps,
  { dataSets, show, showToast }: Page,
): Omit<DataSetActions, "replace" | "export" | "cancelExport"> & JobActions {
  const { text } = useLocale();
  const run = async (request: StatusRequest, message: string | null = null) => {
    const answer = await send(request);
    if (answer.ok) show(answer.value);
    if (!answer.ok) showToast({ message: text("failedUnavailable") });
    else showToast(message === null ? null : { message });
  };
  const restore = async (id: string) => {
    const answer = await send({ type: "dataSet.restore", id });
    if (!answer.ok) return showToast({ message: text("failedUnavailable") });
    const restored = answer.value.dataSets.find(({ info }) => info.id === id)?.info;
    show(answer.value);
    // It may have been deleted for good just before.
    const message = restored
      ? text("dataSetRestored", isolated(restored.name))
      : text("dataSetNotRestored");
    showToast({ message });
  };
  const findDataSet = (id: string) => dataSets.find(({ info }) => info.id === id);
  const changeAccess = (id: string, access: SiteAccess) => {
    const granting = requestAccess(access, findDataSet(id)?.patterns ?? []);
    void granting.then((isGranted) =>
      isGranted
        ? run({ type: "dataSet.access", id, access }, text("saved"))
        : showToast({ message: text("accessRefused") }),
    );
  };
  return {
    enable: (id, on) => void run({ type: "dataSet.enable", id, on }),
    rename: (id, name) => void run({ type: "dataSet.rename", id, name }),
    remove: (id) => void run({ type: "dataSet.delete", id }),
    restore: (id) => void restore(id),
    changeAccess,
    allow: (id) => changeAccess(id, findDataSet(id)?.access ?? "toolbar"),
    rebuild: (id) => void run({ type: "index.rebuild", id }, text("rebuilt")),
    resumeJob: () => void run({ type: "import.resume" }),
    discardJob: () => void run({ type: "import.discard" }),
  };
}
