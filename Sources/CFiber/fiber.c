int cfiber_placeholder;
