import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { TodayOutlet } from "../../core/protocol/today.ts";
import { namesWith } from "../../core/today/outlet-ranks.ts";
import type { StoryChoice } from "../../core/today/story-choice.ts";
import { HiddenLine } from "../articles/HiddenLine.tsx";
import { ReadContext } from "../articles/read-articles.ts";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { Toast } from "../kit/Toast.tsx";
import { useToast } from "../kit/use-toast.ts";
import { type ReadingDeps, ReadingView } from "../readings/ReadingView.tsx";
import { useReadings } from "../readings/use-readings.ts";
import { SavedList } from "../saved/SavedList.tsx";
import { SavedContext } from "../saved/saved-context.ts";
import { useSaved } from "../saved/use-saved.ts";
import { HiddenOutlets } from "./hidden-outlets.ts";
import { OutletRecords } from "./OutletRecords.tsx";
import { SearchField } from "./SearchField.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { StoryList } from "./StoryList.tsx";
import { TodayControls } from "./TodayControls.tsx";
import { TodayHead } from "./TodayHead.tsx";
import { type TodayPart, TodayTabs } from "./TodayTabs.tsx";
import { useSearch } from "./use-search.ts";
import { useStoryKeys } from "./use-story-keys.ts";
import { type TodayDeps, useToday } from "./use-today.ts";

const NO_OUTLETS: readonly TodayOutlet[] = [];

/** "Today", on a page of its own or in the side panel: the stories of the user's live outlets, and a search for all articles. */
export function TodayView({ deps }: { readonly deps: TodayDeps & ReadingDeps }): JSX.Element {
  const { text } = useLocale();
  const [toast, showToast] = useToast();
  const today = useToday(deps, showToast);
  const saved = useSaved(deps.send, showToast);
  const readings = useReadings(deps.send, showToast);
  const [part, setPart] = useState<TodayPart>("stories");
  const searching = useSearch(deps.send, deps.now);
  const list = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { answer, choice } = today;
  const { search, found } = searching;
  useStoryKeys({
    list,
    search: field,
    onFollow(id) {
      const story = answer?.stories.find((one) => one.id === id);
      if (story !== undefined) void today.follow(story);
    },
  });
  return (
    <div class="today">
      <TodayHead
        live={today.live}
        progress={today.progress}
        onCheck={() => void today.checkNow()}
        onOptions={today.openOptions}
      />
      <Toast content={toast} onDismiss={() => showToast(null)} />
      <TodayTabs part={part} saved={saved.stories?.length ?? null} onPart={setPart} />
      {part === "stories" && (
        <SearchField
          field={field}
          value={search.text}
          onChange={(typed) => searching.change({ text: typed })}
          onEnd={searching.end}
        />
      )}
      {part === "stories" && found === null && (
        <ReadContext.Provider value={readings.context}>
          <SavedContext.Provider value={saved.context}>
            <Stories {...{ today, list, choice }} />
          </SavedContext.Provider>
        </ReadContext.Provider>
      )}
      {part === "saved" && (
        <SavedList
          stories={saved.stories}
          onChange={saved.change}
          onRemove={(story) => void saved.remove(story)}
        />
      )}
      {part === "reading" && (
        <ReadingView deps={deps} outlets={answer?.outlets ?? NO_OUTLETS} kept={readings} />
      )}
      {part === "stories" && found !== null && (
        <section ref={list}>
          <SearchResults
            {...{ search, found }}
            outlets={answer?.outlets ?? []}
            preferences={answer?.preferences ?? []}
            onChange={searching.change}
            onRetry={searching.retry}
          />
        </section>
      )}
      {part === "stories" && <p class="fine today-keys">{text("todayKeys")}</p>}
    </div>
  );
}

interface StoriesProps {
  readonly today: ReturnType<typeof useToday>;
  readonly choice: StoryChoice;
  readonly list: { current: HTMLElement | null };
}

function Stories({ today, choice, list }: StoriesProps): JSX.Element {
  const { text, counted } = useLocale();
  const { answer, live, progress } = today;
  const hidden = useMemo(
    () => namesWith("hidden", answer?.outlets ?? [], answer?.preferences ?? []),
    [answer?.outlets, answer?.preferences],
  );
  const names = useMemo(() => answer?.outlets.map(({ name }) => name) ?? [], [answer?.outlets]);
  if (today.isFailed && answer === null)
    return (
      <Message
        title={text("failedTitle")}
        action={{ label: text("retry"), run: () => void today.load() }}
      >
        {text("failedUnavailable")}
      </Message>
    );
  if (answer === null) return <Loading label={text("loading")} />;
  if (names.length === 0 && answer.following === 0)
    return (
      <Message
        title={text("todayNoOutletsTitle")}
        action={{ label: text("todayChooseOutlets"), href: "/welcome.html" }}
      >
        {text("todayNoOutlets")}
      </Message>
    );
  const isChecked = live === null || live.lastSuccessAt !== null;
  return (
    <HiddenOutlets.Provider value={hidden}>
      <TodayControls choice={choice} answer={answer} onChange={today.change} />
      {answer.stories.length === 0 &&
        (progress !== null || (live?.round ?? null) !== null ? (
          <Loading label={text("loading")} />
        ) : isChecked || choice.section === "following" ? (
          <NoStories section={choice.section} />
        ) : (
          <Message
            title={text("todayNotCheckedTitle")}
            action={{ label: text("outletsCheckNow"), run: () => void today.checkNow() }}
          >
            {text("todayNotChecked")}
          </Message>
        ))}
      <StoryList
        key={JSON.stringify(choice)}
        list={list}
        stories={answer.stories}
        outlets={names}
        onFollow={(one) => void today.follow(one)}
      />
      {answer.total > answer.stories.length && (
        <button type="button" class="button button-more" onClick={today.showMore}>
          {text("showMore")}
        </button>
      )}
      {answer.hidden > 0 && choice.section !== "following" && (
        <HiddenLine
          label={counted("hiddenStories", answer.hidden)}
          isShown={choice.withHidden === true}
          onShow={(withHidden) => today.change({ withHidden })}
        />
      )}
      <OutletRecords records={answer.records} />
    </HiddenOutlets.Provider>
  );
}

function NoStories({ section }: Pick<StoryChoice, "section">): JSX.Element {
  const { text } = useLocale();
  return section === "following" ? (
    <Message title={text("noFollowsTitle")}>{text("noFollows")}</Message>
  ) : (
    <Message title={text("noStoriesTitle")}>{text("noStories")}</Message>
  );
}
