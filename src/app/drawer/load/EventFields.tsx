import { X } from 'lucide-react';
import { asList, asMap, member, valueAt } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { Button, Choice, IconButton, LabelledField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { addItem, removeField, setField } from './edit.ts';
import { eventsIn, type WrittenEvent } from './events.ts';
import { Foldable } from './Foldable.tsx';
import { labStore } from './labStore.ts';
import { timeWord } from './loadShape.ts';
import { ScenarioField } from './ScenarioField.tsx';
import { choiceOf, troubleOf, TROUBLES, whereOf, withTrouble, type TroubleChoice } from './trouble.ts';
import styles from './Form.module.css';

interface EventFieldsProps {
  scenario: YamlValue | undefined;
  /** Of the whole run, in milliseconds. */
  duration: number;
}

/** What goes wrong, and when: the steps of all scripts. */
export function EventFields({ scenario, duration }: EventFieldsProps) {
  const session = useSession();
  const added = useStore(labStore, (state) => state.added);
  const events = eventsIn(scenario);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>What goes wrong</legend>
      <Button
        size="small"
        disabled={scenario === undefined}
        onClick={() => addEvent(session, scenario, duration)}
      >
        + Event
      </Button>
      {events.length === 0 && <p className={styles.nothing}>Nothing: every endpoint answers.</p>}
      {events.map((event) => {
        const key = event.path.join('.');
        return (
          <Foldable
            key={key}
            tone="trouble"
            open={added === key}
            title={event.text}
            end={
              <IconButton
                label={`Remove: ${event.text}`}
                onClick={() => removeField(session, whatToRemove(scenario, event.path))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            }
          >
            <EventForm scenario={scenario} event={event} />
          </Foldable>
        );
      })}
    </fieldset>
  );
}

function EventForm({ scenario, event }: { scenario: YamlValue | undefined; event: WrittenEvent }) {
  const session = useSession();
  const clusters = useStore(labStore, ({ run }) => run?.report.clusters) ?? [];
  const { path } = event;
  const step = valueAt(scenario, path);
  const trouble = troubleOf(step);
  const place = path.slice(0, 2);
  const who = choiceOf(valueAt(scenario, [...place, 'where']));
  const all = clusters.flatMap(({ endpoints }) => endpoints);
  const known = [
    ...new Set([
      ...all.map(({ endpoint }) => `endpoint ${endpoint}`),
      ...all.filter(({ locality }) => locality).map(({ locality }) => `locality ${locality}`),
      'all',
      who,
    ]),
  ];
  const answers = trouble?.startsWith('answers') === true;
  return (
    <>
      <div className={styles.line}>
        {place[0] === 'behaviours' && (
          <LabelledField label="Who">
            {(ids) => (
              <Choice
                {...ids}
                value={who}
                options={known.map((value) => ({ value, title: whoWords(value) }))}
                onChange={(value) =>
                  value !== 'own' && setField(session, [...place, 'where'], whereOf(value))
                }
              />
            )}
          </LabelledField>
        )}
        <LabelledField label="Does">
          {(ids) => (
            <Choice
              {...ids}
              value={trouble ?? 'own'}
              options={trouble === null ? [...TROUBLES, { value: 'own', title: 'As written' }] : TROUBLES}
              onChange={(value) =>
                value !== 'own' && setField(session, path, withTrouble(step, value as TroubleChoice))
              }
            />
          )}
        </LabelledField>
      </div>
      <div className={styles.line}>
        <ScenarioField label="From" path={[...path, 'from']} scenario={scenario} placeholder="0s" />
        <ScenarioField label="To" path={[...path, 'to']} scenario={scenario} placeholder="the end" />
        {answers && (
          <ScenarioField
            label="Of answers"
            path={[...path, 'errors']}
            scenario={scenario}
            placeholder="100%"
          />
        )}
        {trouble === 'slow' && (
          <ScenarioField
            label="Latency"
            path={asMap(member(step, 'latency')) ? [...path, 'latency', 'p50'] : [...path, 'latency']}
            scenario={scenario}
          />
        )}
      </div>
    </>
  );
}

function whoWords(choice: string): string {
  if (choice === 'all') return 'Every endpoint';
  if (choice === 'own') return 'As written';
  const [kind, ...rest] = choice.split(' ');
  return kind === 'locality' ? `All in ${rest.join(' ')}` : rest.join(' ');
}

/** With the last step of a script goes the behaviour that only said whom it is about. */
function whatToRemove(scenario: YamlValue | undefined, path: Path): Path {
  const [list = '', index = 0] = path;
  const own = valueAt(scenario, [list, index]);
  const says = Object.keys(asMap(own) ?? {}).filter((key) => key !== 'where' && key !== 'script');
  const last = asList(member(own, 'script')).length === 1;
  return list === 'behaviours' && last && !says.length ? [list, index] : path;
}

/** Has the first endpoint fail for a while; another one, where something goes wrong with that already. */
function addEvent(session: Session, scenario: YamlValue | undefined, duration: number): void {
  const { run } = labStore.get();
  const endpoints = (run?.report.clusters ?? []).flatMap((cluster) => cluster.endpoints);
  const behaviours = asList(member(scenario, 'behaviours'));
  const troubled = new Set(behaviours.map((each) => choiceOf(member(each, 'where'))));
  const names = endpoints.map(({ endpoint }) => endpoint);
  const name = names.find((one) => !troubled.has(`endpoint ${one}`)) ?? names[0];
  const index = behaviours.length;
  const done = addItem(session, ['behaviours'], index, {
    ...(name !== undefined && { where: { endpoint: name } }),
    script: [{ from: timeWord(duration / 4), to: timeWord((duration * 3) / 5), answers: 503 }],
  });
  if (done) labStore.set({ added: `behaviours.${index}.script.0` });
}
