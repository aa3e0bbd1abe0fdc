import { CircleX, Info, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../checks/index.ts';
import styles from './SeverityIcon.module.css';

const icons = { error: CircleX, warning: TriangleAlert, info: Info, hint: Lightbulb };

/** A severity's sign: its own shape and colour. The word stands beside it, or in `ProblemMark`'s hidden words. */
export function SeverityIcon({ severity, size = 14 }: { severity: Severity; size?: number }) {
  const Icon = icons[severity];
  return <Icon size={size} aria-hidden className={styles[severity]} />;
}
