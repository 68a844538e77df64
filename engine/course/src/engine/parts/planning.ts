export { choosePlan, predictCourse } from '@graywise/physics';
export { planNextCycle } from '../../planNextCycle.js';
