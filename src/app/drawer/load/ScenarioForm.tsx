import { Maximize2, Play, Square } from 'lucide-react';
import { asNumber, asText, member, valueAt } from '../../../istio/index.ts';
import { Button, Choice, IconButton, LabelledField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { compareStore } from './compare/compareState.ts';
import { toggleComparison } from './compare/comparing.ts';
import { setField } from './edit.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { addEvent, EventFields } from './EventFields.tsx';
import { labStore } from './labStore.ts';
import { phasesOf, rateOf, shapeOf, type Shape } from './loadShape.ts';
import { Phases } from './Phases.tsx';
import { runNow, stopRun } from './running.ts';
import { ScenarioBar } from './ScenarioBar.tsx';
import { ScenarioField } from './ScenarioField.tsx';
import { SentRequest } from './SentRequest.tsx';
import { useScenario } from './useScenario.ts';
import styles from './Form.module.css';

const SHAPES: readonly { readonly value: Shape; readonly title: string }[] = [
  { value: 'constant', title: 'Constant' },
  { value: 'ramp', title: 'Ramp' },
  { value: 'spike', title: 'Spike' },
];

/** The scenario as a form: every field writes into its text, which is the truth. */
export function ScenarioForm() {
  const session = useSession();
  const scenario = useScenario();
  const duration = useStore(labStore, ({ run }) => run?.duration ?? 60_000);
  const load = member(scenario, 'load');
  const shape = shapeOf(load);
  const field = { scenario };
  return (
    <section className={styles.form} aria-label="Scenario">
      <ScenarioBar />
      <div className={styles.line}>
        <ScenarioField {...field} label="Requests / s" path={['load', 'rate']} numeric placeholder="none" />
        <LabelledField label="Load">
          {(ids) => (
            <Choice
              {...ids}
              value={shape}
              options={shape === 'own' ? [...SHAPES, { value: 'own', title: 'Own phases' }] : SHAPES}
              onChange={(value) => {
                const phases = phasesOf(value as Shape, rateOf(load), duration);
                setField(session, ['load', 'phases'], phases && [...phases]);
              }}
            />
          )}
        </LabelledField>
        <ScenarioField {...field} label="Callers" path={['callers']} numeric placeholder="1" />
      </div>
      {valueAt(scenario, ['load', 'phases']) !== undefined && <Phases scenario={scenario} />}
      <EventFields scenario={scenario} />
      <EndpointFields scenario={scenario} />
      <SentRequest scenario={scenario} />
      <details className={styles.more}>
        <summary>Duration, seed, keys…</summary>
        <div className={styles.line}>
          <ScenarioField {...field} label="Duration" path={['duration']} placeholder="60s" />
          <ScenarioField {...field} label="Seed" path={['seed']} numeric placeholder="1" />
          <ScenarioField {...field} label="Hash keys" path={['load', 'keys']} numeric placeholder="none" />
        </div>
        <div className={styles.line}>
          <ScenarioField
            {...field}
            label="At once, at most"
            path={['load', 'concurrency']}
            numeric
            placeholder="any number"
          />
          <LabelledField label="Arrivals">
            {(ids) => (
              <Choice
                {...ids}
                value={asText(valueAt(scenario, ['load', 'arrivals'])) ?? 'even'}
                options={[
                  { value: 'even', title: 'Even' },
                  { value: 'poisson', title: 'At random' },
                ]}
                onChange={(value) =>
                  setField(session, ['load', 'arrivals'], value === 'even' ? undefined : value)
                }
              />
            )}
          </LabelledField>
          {asText(valueAt(scenario, ['request', 'gateway'])) === undefined && (
            <ScenarioField
              {...field}
              label="Caller’s locality"
              path={['request', 'from', 'locality']}
              placeholder="unknown"
            />
          )}
        </div>
      </details>
      <Actions seconds={asNumber(duration) ?? 60_000} />
    </section>
  );
}

function Actions({ seconds }: { seconds: number }) {
  const session = useSession();
  const scenario = useScenario();
  const progress = useStore(labStore, (state) => state.progress);
  const stopped = useStore(labStore, (state) => state.stopped);
  const fullScreen = useStore(labStore, (state) => state.fullScreen);
  const comparing = useStore(compareStore, (state) => state.open);
  return (
    <div className={styles.actions}>
      {progress === null ? (
        <Button look="primary" onClick={() => void runNow(session)}>
          <Play size={13} aria-hidden /> Run
        </Button>
      ) : (
        <Button onClick={stopRun}>
          <Square size={12} aria-hidden /> Stop
        </Button>
      )}
      <Button disabled={scenario === undefined} onClick={() => addEvent(session, scenario, seconds)}>
        + Event
      </Button>
      <Button aria-pressed={comparing} onClick={toggleComparison}>
        Compare
      </Button>
      {progress !== null && (
        <progress className={styles.progress} aria-label="Running the load" value={progress} max={1} />
      )}
      {stopped && progress === null && <output className={styles.stopped}>Stopped</output>}
      {!fullScreen && (
        <IconButton
          label="Load lab on the full screen"
          className={styles.larger}
          onClick={() => labStore.set({ fullScreen: true })}
        >
          <Maximize2 size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
