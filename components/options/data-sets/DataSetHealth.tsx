import type { JSX } from "preact";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { Trouble } from "../cards/Trouble.tsx";

interface Props {
  readonly dataSet: DataSetStatus;
  readonly isImportBlocked: boolean;
  /** Called in the handler of the user's click: the browser asks for permission only then. */
  readonly onAllow: () => void;
  readonly onImportAgain: () => void;
}

/** What is wrong with a data set, with a button that helps; nothing if all is well. */
export function DataSetHealth(props: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { dataSet } = props;
  const { health, isBundled, isEnabled, access, isAccessGranted } = dataSet;
  const canImportAgain = !isBundled && (health === "lost" || health === "incomplete");
  const isKeptOut = isEnabled && access !== "toolbar" && !isAccessGranted;
  const importAgain = {
    label: text("importAgain"),
    isDisabled: props.isImportBlocked,
    onClick: props.onImportAgain,
  };
  return (
    <>
      {health !== "good" && (
        <Trouble
          text={healthText(locale, dataSet)}
          {...(canImportAgain && { help: importAgain })}
        />
      )}
      {isKeptOut && (
        <Trouble
          text={text("accessMissing")}
          help={{ label: text("allow"), onClick: props.onAllow }}
        />
      )}
    </>
  );
}

function healthText({ text, counted }: Locale, { health, lostRecords }: DataSetStatus): string {
  if (health === "lost") return text("healthLost");
  if (health === "incomplete") return counted("healthIncomplete", lostRecords);
  return text(health === "failed" ? "healthFailed" : "healthRebuilding");
}
