using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace KhuyenCong.Web.Forms;

/// <summary>Text of forms and addresses without what is no character: nobody types it, and a forged one would end every search and every save in a fault.</summary>
public sealed class SoundText : IModelBinderProvider
{
    private static readonly SimpleTypeModelBinderProvider Texts = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isElsewhere = context.BindingInfo.BindingSource is { } source && (source.CanAcceptDataFrom(BindingSource.Body) || source.CanAcceptDataFrom(BindingSource.Header));
        return context.Metadata.ModelType == typeof(string) && !isElsewhere && Texts.GetBinder(context) is { } binder ? new Binder(binder) : null;
    }

    private sealed class Binder(IModelBinder texts) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await texts.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string typed && Characters.Sound(typed) is var sound && sound.Length < typed.Length)
            {
                bindingContext.Result = ModelBindingResult.Success(sound.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : sound);
            }
        }
    }
}
