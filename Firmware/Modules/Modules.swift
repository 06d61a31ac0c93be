import Python
//@module sys
//@module micropython
