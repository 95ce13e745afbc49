import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import {
  findListed,
  type ListedOutlet,
  type StarterList,
} from "../../core/outlets/starter-list.ts";
import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import type { Send } from "../kit/deps.ts";
import { FactList } from "../kit/FactList.tsx";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { LatestArticles } from "./LatestArticles.tsx";
import { PreferButtons } from "./PreferButtons.tsx";
import { RatingPart } from "./RatingPart.tsx";
import { WeekPart } from "./WeekPart.tsx";

interface Props {
  readonly domain: string;
  readonly deps: {
    readonly send: Send;
    readonly loadStarterList: () => Promise<StarterList>;
  };
}

const KINDS = {
  agency: "kindAgency",
  paper: "kindPaper",
  broadcaster: "kindBroadcaster",
  online: "kindOnline",
  public: "kindPublic",
} as const;

/** The profile of an outlet: what the data sets, the list of outlets and the stories of the week say of it. */
export function OutletPage({ domain, deps }: Props): JSX.Element {
  const { text, country, languageName } = useLocale();
  const { send, loadStarterList } = deps;
  const [profile, setProfile] = useState<OutletProfileAnswer | null | "failed">(null);
  const [listed, setListed] = useState<ListedOutlet | undefined>(undefined);
  useEffect(() => {
    void send({ type: "outlet.profile", domain }).then((answer) =>
      setProfile(answer.ok ? answer.value : "failed"),
    );
    // Without the list, less is known.
    loadStarterList().then(
      ({ outlets }) => setListed(findListed(outlets, domain)),
      () => undefined,
    );
  }, [send, loadStarterList, domain]);
  const answer = profile === "failed" ? null : profile;
  const known = answer?.known ?? null;
  const name = known?.name ?? listed?.name ?? shownHost(domain);
  return (
    <main class="outlet-page">
      <header class="outlet-head">
        <LogoMark size={28} />
        <div>
          <h1 dir="auto">{name}</h1>
          <p class="fine">{shownHost(domain)}</p>
        </div>
        {answer !== null && (
          <PreferButtons
            send={send}
            outlet={{ name, domain }}
            preference={answer.preference}
            onChange={(preference) => setProfile({ ...answer, preference })}
          />
        )}
      </header>
      {profile === null && <Loading label={text("loading")} />}
      {profile === "failed" && (
        <Message title={text("failedTitle")}>{text("failedUnavailable")}</Message>
      )}
      {listed !== undefined && (
        <FactList
          facts={[
            [text("profileKind"), text(KINDS[listed.kind])],
            [text("profileOwner"), listed.owner ?? ""],
            [text("country"), listed.country === "" ? "" : country(listed.country)],
            [text("language"), listed.language === "" ? "" : languageName(listed.language)],
          ]}
        />
      )}
      {answer !== null && known === null && answer.week === null && (
        <Message title={text("profileNoneTitle")}>{text("profileNone")}</Message>
      )}
      {known?.ratings.map((rating) => (
        <RatingPart key={rating.dataSet.id} rating={rating} />
      ))}
      {answer !== null && answer.week !== null && <WeekPart week={answer.week} />}
      {answer !== null && answer.latest.topics.length > 0 && (
        <section class="outlet-part">
          <h2>{text("topics")}</h2>
          <ul class="outlet-topics">
            {answer.latest.topics.map(({ topic }) => (
              <li key={topic} class="tag" dir="auto">
                {topic}
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer !== null && known !== null && (
        <LatestArticles articles={known.latest} latest={answer.latest} />
      )}
    </main>
  );
}
