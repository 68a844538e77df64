#include "convolution/convolution.c"
int main(void) { return allocate(1) == 0; }
