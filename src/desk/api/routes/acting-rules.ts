import type { ActingRules } from '../../../cases/index.ts';
import type { DeskServices } from '../services.ts';

/** What acting on cases takes, as it is now. */
export function readActingRules(services: DeskServices): ActingRules {
  return { ...services.caseRules(), release: services.release(), pageUrl: services.publicUrl };
}
