// The image of static objects (types, built-in functions, names), made by imagetool on the host.
    .section .objects, "a", %progbits
    .balign 8
    .incbin "objects.bin"
