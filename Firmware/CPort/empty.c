#include "CPort.h"
