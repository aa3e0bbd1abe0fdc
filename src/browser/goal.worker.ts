import { hearWith } from './late-desk.ts';

hearWith(() => import('./goal-desk.ts'));
