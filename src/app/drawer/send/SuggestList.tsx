import { useDeferredValue, useMemo, useState } from 'react';
import type { Mesh } from '../../../istio/index.ts';
import { callersIn, targetsIn, type Request, type Suggestions } from '../../../traffic/index.ts';
import { Button, RovingList, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { callerTitles } from './callers.ts';
import { draftOf } from './draft.ts';
import { requestWords } from './requestWords.ts';
import { sendThis } from './send.ts';
import { sendStore, showView } from './sendState.ts';
import { useSuggestions } from './useSuggestions.ts';
import styles from './SuggestList.module.css';

/** With fewer there is nothing to look for. */
const FILTERED_FROM = 9;

type Entry =
  | {
      readonly title: string;
      readonly words: string;
      /** Who sends it; empty where all of them come from the same. */
      readonly from: string;
      readonly request: Suggestions['requests'][number]['request'];
    }
  | {
      readonly title: string;
      readonly words: string;
      readonly rule: Suggestions['unreachable'][number]['rule'];
    };

/** A request for each rule, so that nobody has to make one up: press one, and it is sent. */
export function SuggestList() {
  const session = useSession();
  const found = useSuggestions();
  const answered = useStore(sendStore, (state) => state.answer !== null);
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim().toLowerCase());
  const mesh = useSessionState((state) => state.analysis.mesh);
  const entries = useMemo(() => (found ? entriesOf(found, mesh) : []), [found, mesh]);
  const shown = words ? entries.filter((one) => searched(one).toLowerCase().includes(words)) : entries;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>Try one of these: a request for each rule</h2>
        {entries.length >= FILTERED_FROM && (
          <TextField
            type="search"
            className={styles.filter}
            aria-label="Filter suggested requests"
            placeholder="Filter"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {answered && (
          <Button size="small" onClick={() => showView('way')}>
            Back to the way
          </Button>
        )}
      </div>
      {!found ? (
        <Calm title="Looking at the rules …" detail="A request is worked out for each of them." />
      ) : shown.length === 0 ? (
        <Calm
          title={words ? 'No request fits this filter' : 'There is nothing to suggest'}
          detail={
            words ? 'Use other words.' : 'There is no rule, host or server yet that a request could come to.'
          }
        />
      ) : (
        <RovingList
          label="Suggested requests"
          className={styles.list}
          items={shown}
          keyOf={searched}
          heightOf={() => 28}
        >
          {(entry, stop) => (
            <div className={styles.row} data-unreachable={'rule' in entry || undefined}>
              <button
                type="button"
                {...stop}
                className={styles.main}
                onClick={() =>
                  'request' in entry
                    ? void sendThis(session, entry.request)
                    : void session.dispatch({
                        type: 'select',
                        resource: entry.rule.resource,
                        path: ['spec', entry.rule.section, entry.rule.index],
                        origin: 'drawer',
                      })
                }
              >
                <span className={styles.name}>{entry.title}</span>
                {'request' in entry ? (
                  <>
                    <code className={styles.words}>{entry.words}</code>
                    {entry.from && (
                      <span className={styles.from}>
                        <span className="visually-hidden">from </span>
                        {entry.from}
                      </span>
                    )}
                  </>
                ) : (
                  <span className={styles.words}>{entry.words}</span>
                )}
              </button>
            </div>
          )}
        </RovingList>
      )}
    </>
  );
}

const searched = (entry: Entry): string =>
  `${entry.title} ${entry.words}${'from' in entry ? ` ${entry.from}` : ''}`;

/** The requests for rules, then the ports of hosts to which none of them goes, then the rules without a request. */
function entriesOf({ requests, unreachable }: Suggestions, mesh: Mesh): readonly Entry[] {
  const known = new Set(requests.map(({ request }) => placeOf(draftOf(request).url)));
  const [first] = callersIn(mesh);
  const titleOf = callerTitles(mesh);
  const callers = new Set(requests.map(({ request }) => titleOf(request.caller)));
  const from = (request: Request): string => (callers.size > 1 ? titleOf(request.caller) : '');
  return [
    ...requests.map(({ title, request }) => ({
      title,
      words: requestWords(request),
      from: from(request),
      request,
    })),
    ...targetsIn(mesh)
      .filter(({ url }) => first && url.includes('://') && !known.has(placeOf(url)))
      .map(({ url, note }) => {
        const request = { caller: first!.caller, url };
        return { title: note, words: requestWords(request), from: from(request), request };
      }),
    ...unreachable.map(({ title, why, rule }) => ({ title, words: why, rule })),
  ];
}

/** Scheme, host and port of a URL. */
const placeOf = (url: string): string => /^([a-z]+:\/\/)?[^/?]*/i.exec(url)?.[0] ?? url;
