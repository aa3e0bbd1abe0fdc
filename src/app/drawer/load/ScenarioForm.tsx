import { asText, member, valueAt } from '../../../istio/index.ts';
import { Choice, LabelledField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { setField } from './edit.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { EventFields } from './EventFields.tsx';
import { LabActions } from './LabActions.tsx';
import { labStore } from './labStore.ts';
import { phasesOf, rateOf, shapeOf, type Shape } from './loadShape.ts';
import { Phases } from './Phases.tsx';
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
      <EventFields scenario={scenario} duration={duration} />
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
      <LabActions />
    </section>
  );
}
