import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Status } from "../core/protocol/messages.ts";
import type { SettingsChange } from "../core/settings/settings.ts";
import { NoticeLine } from "./CoverageView.tsx";
import { LogoMark } from "./icons.tsx";
import { useLocale } from "./locale.ts";
import { Loading, Message } from "./Message.tsx";
import { SidebarBehaviourField } from "./SidebarBehaviourField.tsx";

/** Something that was done, said to the reader. */
export interface Done {
  readonly message: string;
  readonly undo?: (() => void) | undefined;
}

interface Props {
  /** `null` while the background is being asked, "failed" when it did not answer. */
  readonly status: Status | null | "failed";
  /** A long action under way. */
  readonly busy: "rebuild" | "reset" | null;
  readonly done: Done | null;
  readonly onChange: (change: SettingsChange) => void;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onRebuild: () => void;
  readonly onReset: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
}

/** The options page. */
export function OptionsPanel(props: Props): JSX.Element {
  const { text } = useLocale();
  const { status, done } = props;
  return (
    <main class="options">
      <header class="options-head">
        <LogoMark size={32} />
        <h1>{text("optionsTitle")}</h1>
      </header>
      <p class="reason">{text("privacyLine")}</p>
      <div class="toast" role="status" aria-live="polite">
        {done !== null && (
          <p>
            {done.message}
            {done.undo && (
              <button type="button" class="button-quiet" onClick={done.undo}>
                {text("undo")}
              </button>
            )}
          </p>
        )}
      </div>
      {status === null && <Loading label={text("loading")} />}
      {status === "failed" && (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: props.onRetry }}>
          {text("failedUnavailable")}
        </Message>
      )}
      {status !== null && status !== "failed" && <OptionsSections {...props} status={status} />}
    </main>
  );
}

function OptionsSections(props: Props & { readonly status: Status }): JSX.Element {
  const { text } = useLocale();
  const { settings, notice } = props.status;
  return (
    <>
      {notice !== null && <NoticeLine notice={notice} onDismiss={props.onDismissNotice} />}
      <section class="group">
        <h2>{text("optionsReading")}</h2>
        <SidebarBehaviourField
          value={settings.sidebar}
          onChange={(sidebar) => props.onChange({ sidebar })}
        />
        <label class="field">
          <span>
            {text("remoteImages")}
            <small>{text("remoteImagesHelp")}</small>
          </span>
          <input
            type="checkbox"
            class="switch-input"
            checked={settings.remoteImages}
            onChange={(event) => props.onChange({ remoteImages: event.currentTarget.checked })}
          />
        </label>
      </section>
      <SitesOff sites={settings.sitesOff} onSite={props.onSite} />
      <DataSets {...props} />
      <section class="group">
        <h2>{text("resetTitle")}</h2>
        <div class="field">
          <span>{text("resetHelp")}</span>
          <button
            type="button"
            class="button button-danger"
            disabled={props.busy !== null}
            onClick={props.onReset}
          >
            {text("reset")}
          </button>
        </div>
      </section>
    </>
  );
}

interface SitesOffProps {
  readonly sites: readonly string[];
  readonly onSite: (site: string, on: boolean) => void;
}

function SitesOff({ sites, onSite }: SitesOffProps): JSX.Element {
  const { text } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [isInvalid, setInvalid] = useState(false);
  return (
    <section class="group">
      <h2>{text("sitesOffTitle")}</h2>
      {sites.length === 0 && <p class="reason">{text("sitesOffEmpty")}</p>}
      <ul class="sites">
        {sites.map((site) => (
          <li key={site} class="field">
            <span>{site}</span>
            <button type="button" class="button-quiet" onClick={() => onSite(site, true)}>
              {text("turnOn")}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          const site = siteFrom(input.current?.value ?? "");
          setInvalid(site === null);
          if (site === null || input.current === null) return;
          input.current.value = "";
          onSite(site, false);
        }}
      >
        <label>
          <span class="visually-hidden">{text("addSite")}</span>
          <input
            ref={input}
            type="text"
            inputMode="url"
            autocomplete="off"
            placeholder={text("addSitePlaceholder")}
            aria-invalid={isInvalid}
            aria-describedby="site-error"
          />
        </label>
        <button type="submit" class="button">
          {text("add")}
        </button>
      </form>
      <p id="site-error" class="error" role="alert">
        {isInvalid && text("addSiteInvalid")}
      </p>
    </section>
  );
}

/** A site's name out of what a reader types or pastes: `https://www.a.com/x` → `a.com`. */
function siteFrom(typed: string): string | null {
  const url = URL.parse(/^https?:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`);
  const host = url?.hostname.replace(/^www\./, "").replace(/\.$/, "") ?? "";
  // The parser lets `*` and other marks through, which no match pattern takes.
  return /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? host : null;
}

function DataSets(props: Props & { readonly status: Status }): JSX.Element {
  const { text, counted, date, dateTime } = useLocale();
  const { index } = props.status;
  return (
    <section class="group">
      <h2>{text("dataSets")}</h2>
      {index === null ? (
        <p class="error">{text("indexMissing")}</p>
      ) : (
        <div class="data-set-card">
          <h3>{index.dataSet.name}</h3>
          <p>{index.dataSet.description}</p>
          <p>
            {[
              counted("records", index.dataSet.records),
              counted("articlesIn", index.articles),
              counted("outletsIn", index.outlets),
            ].join(" · ")}
          </p>
          {index.dataSet.from !== null && index.dataSet.to !== null && (
            <p>{text("dataSetDates", date(index.dataSet.from), date(index.dataSet.to))}</p>
          )}
          <p class="reason">
            {text("version", index.dataSet.version)} ·{" "}
            {text("dataSetBuilt", dateTime(index.builtAt))}
          </p>
          <p class="reason">{text("licence", index.dataSet.licence)}</p>
        </div>
      )}
      <div class="field">
        <span>{text("indexHelp")}</span>
        <button
          type="button"
          class="button"
          disabled={props.busy !== null}
          aria-busy={props.busy === "rebuild"}
          onClick={props.onRebuild}
        >
          {text(props.busy === "rebuild" ? "rebuilding" : "rebuild")}
        </button>
      </div>
    </section>
  );
}
