import { useCallback, useEffect, useState } from 'react';
import type { Resource } from '../../../istio/index.ts';
import { useSession } from '../../session.tsx';
import { FieldView } from '../fields/FieldView.tsx';
import { FieldViewContext } from '../fields/renderer.ts';
import { AddFieldPicker } from './AddFieldPicker.tsx';
import { useCell } from './cell.ts';
import { FormContext, LockedContext } from './context.ts';
import { formFor } from './formFor.ts';
import { explained } from './explained.ts';
import { FormBody } from './FormBody.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';
import { HintBar } from './HintBar.tsx';
import { InertNotes } from './InertNotes.tsx';
import { StaleBanner } from './StaleBanner.tsx';
import { useFollowedProblems } from './useFollowedProblems.ts';
import { useFollowedSelection } from './useFollowedSelection.ts';
import { useFormPane } from './useFormPane.ts';
import { usePlaceEvents } from './usePlaceEvents.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useKeptScroll } from './useKeptScroll.ts';
import { useRowLabels } from './useRowLabels.ts';
import { useSharedValue } from './useSharedValue.ts';
import styles from './form.module.css';

/** The form of one modelled resource. */
export function ResourceForm({ resource, place }: { resource: Resource; place: string }) {
  const session = useSession();
  const [form] = useState(() => formFor(session, place, resource));
  const value = useSharedValue(resource.value);
  const announcement = useCell(form.announcement, (text) => text);
  const explains = useCell(explained, (on) => on);

  useFollowedProblems(form, resource);
  useRowLabels(form, resource);
  useFollowedSelection(form, resource.id);
  useFormPane(form);
  const events = usePlaceEvents(form);
  const setRoot = useCallback((element: HTMLElement | null) => form.root.set(element), [form]);
  useEffect(() => () => form.endMark(), [form]);
  useKeptScroll(form);
  useKeptFocus(form);

  return (
    <FormContext value={form}>
      <LockedContext value={resource.stale}>
        <FieldViewContext value={FieldView}>
          <ProblemSummary />
          <div className={styles.scroller} ref={setRoot} {...events}>
            {resource.stale && <StaleBanner resource={resource} />}
            <InertNotes resource={resource} />
            <form
              aria-label={`${resource.kind} ${resource.name}`}
              className={styles.form}
              data-explained={explains || undefined}
              onSubmit={(event) => event.preventDefault()}
            >
              <FormBody value={value} kind={resource.kind} />
            </form>
          </div>
          <HintBar />
          <AddFieldPicker value={value} />
          <p className="visually-hidden" aria-live="polite">
            {announcement}
          </p>
        </FieldViewContext>
      </LockedContext>
    </FormContext>
  );
}
