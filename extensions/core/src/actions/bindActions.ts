import { CLOSED_COURSE } from '../state/courseState.js';
import { acceptAndContinue } from './acceptAndContinue.js';
import { chooseForDose } from './chooseForDose.js';
import { chooseScans } from './chooseScans.js';
import { chooseTail } from './chooseTail.js';
import { compareDose } from './compareDose.js';
import { compareScans } from './compareScans.js';
import { adviseScanTime } from './adviseScanTime.js';
import { adviseUncertainty } from './adviseUncertainty.js';
import { checkUncertainty } from './checkUncertainty.js';
import { commentOn } from './commentOn.js';
import type { CourseActions } from './courseActions.js';
import type { CourseContext } from './courseContext.js';
import { createChooseActivity } from './createChooseActivity.js';
import { openCourse } from './openCourse.js';
import { readAgain } from './readAgain.js';
import { runAgain } from './runAgain.js';
import { runStep } from './runStep.js';
import { runToNextDecision } from './runToNextDecision.js';
import { showOverview } from './showOverview.js';
import { storeFacts } from './storeFacts.js';
import { storePlan } from './storePlan.js';
import { storeRecord } from './storeRecord.js';
import { suggestPlan } from './suggestPlan.js';

/** The actions of a course, bound to what they may touch. */
export function bindActions(context: CourseContext): CourseActions {
  const { store, session } = context;
  return {
    openCourse: studyUids => openCourse(context, studyUids),
    closeCourse: () => {
      session.abort?.abort();
      session.engine?.dispose();
      Object.assign(session, { engine: null, files: [], abort: null });
      store.update(CLOSED_COURSE);
    },
    showCycle: cycle => {
      const { overview, running } = store.getSnapshot();
      if (overview && !running) store.update(showOverview(overview, cycle));
    },
    showStep: step => store.update({ step, explained: null }),
    runStep: step => runStep(context, step),
    runToNextDecision: () => runToNextDecision(context),
    runAgain: () => runAgain(context),
    acceptAndContinue: answer => acceptAndContinue(context, answer),
    cancel: () => session.abort?.abort(),
    selectRegion: region => store.update({ region }),
    selectTimePoint: timePoint => store.update({ timePoint }),
    lookAt: ([x, y, z]) => store.update({ place: [x, y, z] }),
    commentOn: (region, text) => commentOn(context, region, text),
    showAlignPicture: alignPicture => store.update({ alignPicture }),
    showDosePicture: picture => store.update({ doseReview: { ...store.getSnapshot().doseReview, picture } }),
    chooseDoseEngine: (engine, reason) => chooseForDose(context, 'choose dose engine', engine, reason),
    chooseMapPattern: (pattern, reason) => chooseForDose(context, 'choose map pattern', pattern, reason),
    compareDose: (second, criteria) => compareDose(context, second, criteria),
    compareScans: (timePoints, choice) => compareScans(context, timePoints, choice),
    chooseScans: (timePoints, choice, reason) => chooseScans(context, timePoints, choice, reason),
    chooseTail: (tail, reason) => chooseTail(context, tail, reason),
    adviseScanTime: () => adviseScanTime(context),
    explain: explained => store.update({ explained }),
    adviseUncertainty: region => adviseUncertainty(context, region),
    checkUncertainty: () => checkUncertainty(context),
    storeRecord: signature => storeRecord(context, signature),
    storeFacts: facts => storeFacts(context, facts),
    readAgain: () => readAgain(context),
    suggestPlan: request => suggestPlan(context, request),
    chooseActivity: createChooseActivity(context),
    storePlan: (decision, signature) => storePlan(context, decision, signature),
  };
}
