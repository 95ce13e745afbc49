import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import { cleanDataSetName, MAX_DATA_SET_NAME } from "../../../core/data-set/data-set-name.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { TextField } from "../../fields/TextField.tsx";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { AccessFields } from "../data-sets/AccessFields.tsx";
import { findNamesake, nameProblem, otherNames } from "../data-sets/data-set-name.ts";
import type { ImportActions } from "./import-actions.ts";
import type { SummaryView } from "./import-view.ts";
import { SummaryFacts } from "./SummaryFacts.tsx";

/** Longest licence and source, in UTF-16 code units. */
const MAX_NOTE = 1000;

interface Props {
  readonly view: SummaryView;
  readonly dataSets: readonly DataSetStatus[];
  readonly actions: ImportActions;
}

/** Shows what was found, and asks for a name and for the sites on which the sidebar may open. */
export function SummaryStep({ view, dataSets, actions }: Props): JSX.Element {
  const { text } = useLocale();
  const { suggested } = view;
  const [replaces, setReplaces] = useState(view.replaces);
  const [name, setName] = useState(view.replaces?.name ?? suggested.name);
  const [licence, setLicence] = useState(suggested.licence);
  const [source, setSource] = useState(suggested.source);
  const [access, setAccess] = useState<SiteAccess>(
    () => dataSets.find(({ info }) => info.id === view.replaces?.id)?.access ?? "sites",
  );
  const [hasTried, setTried] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const wanted = cleanDataSetName(name);
  const except = replaces?.id ?? null;
  const problem = nameProblem(wanted, otherNames(dataSets, except));
  const namesake = problem === "nameTaken" ? findNamesake(wanted, dataSets, except) : null;
  // An empty name is an error only after the user has tried to add the data set.
  const shownProblem = problem === "nameEmpty" && !hasTried ? null : problem;
  const same = dataSets.find(({ info }) => info.version === view.summary.version);
  return (
    <form
      class="import-form"
      aria-busy={view.isConfirming}
      onSubmit={(event) => {
        event.preventDefault();
        if (view.isConfirming) return;
        setTried(true);
        if (problem !== null) {
          nameInput.current?.focus();
          return;
        }
        const { description } = suggested;
        const notes = { description, licence: licence.trim(), source: source.trim() };
        actions.confirm({ name: wanted, ...notes, access, replaces: replaces?.id ?? null });
      }}
    >
      <h3 tabIndex={-1}>{text("summaryTitle")}</h3>
      {same !== undefined && <p class="trouble">{text("sameAs", isolated(same.info.name))}</p>}
      <SummaryFacts view={view} onReport={actions.downloadReport} />
      {replaces !== null && (
        <div class="trouble">
          <p>{text("replacesNote", isolated(replaces.name))}</p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              setReplaces(null);
              nameInput.current?.focus();
            }}
          >
            {text("keepBoth")}
          </button>
        </div>
      )}
      <div>
        <TextField
          label={text("nameField")}
          value={name}
          maxLength={MAX_DATA_SET_NAME}
          error={shownProblem === null ? "" : text(shownProblem)}
          isRequired
          input={nameInput}
          onInput={setName}
        />
        {namesake !== null && !namesake.isBundled && (
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              setReplaces({ id: namesake.info.id, name: namesake.info.name });
              setAccess(namesake.access);
              confirm.current?.focus();
            }}
          >
            {text("replaceInstead", isolated(namesake.info.name))}
          </button>
        )}
      </div>
      <div class="text-fields">
        <TextField
          label={text("licenceField")}
          value={licence}
          maxLength={MAX_NOTE}
          onInput={setLicence}
        />
        <TextField
          label={text("sourceField")}
          value={source}
          maxLength={MAX_NOTE}
          onInput={setSource}
        />
      </div>
      <AccessFields
        value={access}
        count={view.patterns.length}
        patterns={view.patterns}
        onChange={setAccess}
      />
      <p class="error" role="alert">
        {view.error !== null && text("errorDiskFull")}
      </p>
      <div class="buttons">
        <button ref={confirm} type="submit" class="button" aria-disabled={view.isConfirming}>
          {replaces === null ? text("addDataSet") : text("replaceNamed", isolated(replaces.name))}
        </button>
        <button type="button" class="button button-secondary" onClick={actions.cancel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}
