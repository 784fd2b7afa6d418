using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Forms;

/// <summary>Inputs without which a rule cannot even be asked.</summary>
public static class Requiring
{
    /// <summary>A button that only rearranges a form judges nothing: what was typed stays, its faults are told when it is saved.</summary>
    public static void ForgetFaults(this ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var entry in state.Values)
        {
            entry.Errors.Clear();
        }
    }

    /// <summary>Says once what is missing; what was typed but not read has been said already.</summary>
    public static void Require(this ModelStateDictionary state, object? value, string field, string message)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (value is null && state.GetFieldValidationState(field) is not ModelValidationState.Invalid)
        {
            state.AddModelError(field, message);
        }
    }
}
