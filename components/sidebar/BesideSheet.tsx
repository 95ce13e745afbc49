import type { JSX } from "preact";

interface Props {
  readonly onPress: () => void;
}

/** What lies beside a sheet in a small window: the user presses it to fold the sheet. */
export function BesideSheet({ onPress }: Props): JSX.Element {
  return (
    <div
      class="beside-sheet"
      aria-hidden="true"
      onPointerUp={({ pointerType }) => pointerType !== "touch" && onPress()}
      // At the end of a touch a browser makes up a click, which must not reach the tab that takes the sheet's place.
      onClick={(event) => "pointerType" in event && event.pointerType === "touch" && onPress()}
    />
  );
}
