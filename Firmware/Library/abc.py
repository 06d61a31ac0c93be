class ABC:
    pass


ABCMeta = type


def abstractmethod(f):
    return f


abstractclassmethod = classmethod
abstractstaticmethod = staticmethod
abstractproperty = property
