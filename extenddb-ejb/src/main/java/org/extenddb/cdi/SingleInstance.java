package org.extenddb.cdi;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of which there is one for each server, and which needs no client proxy: it may be final, has final fields and a
 * constructor with {@code @Inject}. (As a stereotype it defines a bean, which {@code @Singleton} alone does not.)
 */
@Stereotype
@Singleton
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleInstance {}
