import '@graywise/course/worker';
