package org.extenddb.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** The way out. */
@Named("signOut")
@RequestScoped
public class SignOutBean {
    public String leave() {
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return "signin?faces-redirect=true";
    }
}
