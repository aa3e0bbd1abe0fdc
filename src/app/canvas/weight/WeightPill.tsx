import type { ComponentProps } from 'react';
import type { TopologyEdge } from '../../../topology/index.ts';
import { useWeightSlider } from './useWeightSlider.ts';

/** The pill of an edge that has a weight: where others share the traffic, a slider for it. */
export function WeightPill({ edge, ...pill }: { edge: TopologyEdge } & ComponentProps<'span'>) {
  const slider = useWeightSlider(edge);
  if (!slider) return <span aria-hidden="true" {...pill} />;
  return <span {...pill} {...slider} className={`${pill.className} ${slider.className} nopan`} />;
}
