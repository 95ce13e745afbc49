import type { ComponentChildren, JSX } from "preact";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { Toast, type ToastContent } from "../kit/Toast.tsx";
import { OptionsNav } from "./OptionsNav.tsx";

interface Props {
  readonly state: "loading" | "failed" | "loaded";
  readonly toast: ToastContent | null;
  readonly onDismissToast: () => void;
  readonly onRetry: () => void;
  /** The parts, once they are loaded. */
  readonly children?: ComponentChildren;
}

/** The frame of the options page: its head, the message about what was done last, the navigation and the parts. */
export function OptionsFrame(props: Props): JSX.Element {
  const { text } = useLocale();
  const { state } = props;
  return (
    <main class="options">
      <header class="options-head">
        <LogoMark size={32} />
        <h1>{text("optionsTitle")}</h1>
        <p>{text("privacyLine")}</p>
      </header>
      <Toast content={props.toast} onDismiss={props.onDismissToast} />
      {state === "loading" && <Loading label={text("loading")} />}
      {state === "failed" && (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: props.onRetry }}>
          {text("failedUnavailable")}
        </Message>
      )}
      {state === "loaded" && (
        <>
          <OptionsNav />
          <div class="parts">{props.children}</div>
        </>
      )}
    </main>
  );
}
