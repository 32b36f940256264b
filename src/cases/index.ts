/** Cases: requests with their log, acted on through the tables of the regulation they follow. */
export { type Acted, actOnCase, actOnLoaded, type CaseCommand } from './act-on-case.ts';
export { type ActingRules, type CaseContext, type CaseRules, rulesOf } from './case-context.ts';
export { checkCase, type Deviation } from './check-cases.ts';
export { holdCase, holdConversation, type LoadedCase, loadCase, replayCase } from './load-case.ts';
export { type NewCase, type Opened, openCase } from './open-case.ts';
export { type Previewed, previewCase } from './preview-case.ts';
export { createReckoning, type MovedDate, RECKON, reckonCases, startReckoning } from './reckon-cases.ts';
export { createReminder, REMIND } from './remind.ts';
export { takeDueSteps } from './take-due-steps.ts';
export { DESK_CHANNEL, findPlaces } from './tell-requester.ts';
export { shortenDescription, viewCase, viewRequest } from './view-request.ts';
