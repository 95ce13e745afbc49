import type { JSX } from "preact";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { isFindingStories } from "../../../core/protocol/finding-stories.ts";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import { Trouble } from "../cards/Trouble.tsx";

/** How far a data set's stories are found; nothing once they are, or if something else is wrong with it. */
export function StoriesLine({ dataSet }: { readonly dataSet: DataSetStatus }): JSX.Element | null {
  const { text, percent } = useLocale();
  const { health, stories } = dataSet;
  if (stories.kind === "building" && isFindingStories(dataSet))
    return (
      <Progress
        label={text("storiesBuilding", percent(stories.share))}
        value={stories.share}
        max={1}
        facts={[]}
      />
    );
  if (isFindingStories(dataSet)) return <p class="fine">{text("storiesWaiting")}</p>;
  if (stories.kind !== "failed" || (health !== "good" && health !== "incomplete")) return null;
  return <Trouble text={text("storiesFailed")} />;
}
